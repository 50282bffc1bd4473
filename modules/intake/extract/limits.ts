/** The largest file that is opened, in bytes. */
export const LARGEST_FILE = 64 * 1024 * 1024
/** The longest text that is read, in characters: a council's whole agenda pack is below a tenth of it. */
export const LONGEST_TEXT = 16 * 1024 * 1024
