/** Roman numerals as lists are lettered with them, from one to twenty. */
export const romans: readonly string[] =
  'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx'.split(' ')
