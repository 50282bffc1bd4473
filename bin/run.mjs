// The way in: `npm start`, `npm test` and `npm run remit -- …` come through here. Plain JavaScript for Node 20 or later,
// because the machine's own Node may be older than the one that Remit needs. It installs what is missing, then hands over to
// the pinned Node 26.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import module from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const needs = 26
const args = process.argv.slice(2)
const watch = args[0] === '--watch'
const words = watch ? args.slice(1) : args

/** What `npm test` and `npm run bench` run; every other word is Remit's own command line. */
const programs = { test: 'checks/run-tests.ts', bench: 'bench/run.ts' }

endWithParent()
await installed()
const node = Number(process.versions.node.split('.')[0]) >= needs ? process.execPath : pinnedNode()
if (node === process.execPath && !watch) await run()
else process.exitCode = await handOver(node)

async function run() {
  // Compiled code is kept between starts, beside the packages, which nobody else may write to.
  module.enableCompileCache?.(join(root, 'node_modules', '.cache', 'compiled'))
  const program = programs[words[0]]
  const { main } = await import(new URL(program ?? 'remit.ts', new URL('../', import.meta.url)).href)
  process.exitCode = await main(program ? words.slice(1) : words)
}

/**
 * npm starts us through a shell that dies of a signal without passing it on; a server would then stay behind and hold the
 * data. When whoever started us is gone, we end as if told to.
 */
function endWithParent() {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    process.kill(process.pid, 'SIGTERM')
  }, 300)
  timer.unref()
}

/** Runs this file again on another Node; signals are passed on and its exit code is kept. */
function handOver(node) {
  const watching = watch ? ['--watch', '--watch-preserve-output'] : []
  const child = spawn(node, [...watching, fileURLToPath(import.meta.url), ...words], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  return new Promise((resolve) => {
    child.on('error', (cause) => {
      console.error(`Node ${needs} could not be started (${cause.message}). Delete node_modules and run npm ci.`)
      resolve(1)
    })
    child.on('exit', (code, signal) => {
      if (!signal) return resolve(code)
      // Die of what the child died of, so that whoever started us sees the truth.
      process.removeAllListeners(signal)
      process.kill(process.pid, signal)
    })
  })
}

/** The pinned runtime is a package for this platform, held to its exact content by the lockfile. */
function pinnedNode() {
  const binary = process.platform === 'win32' ? 'node.exe' : 'node'
  const path = join(
    root,
    'node_modules',
    `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`,
    'bin',
    binary,
  )
  if (existsSync(path)) return path
  console.error(
    `Remit needs Node ${needs} or later; this is Node ${process.versions.node}, and no Node ${needs} is packaged for ${process.platform} on ${process.arch}. Install Node ${needs} from https://nodejs.org and run this again.`,
  )
  process.exit(1)
}

/** Installs the packages when they are missing or are not those of the lockfile. npm's words go to standard error. */
async function installed() {
  if (!stale()) return
  // Two commands may start at once on a fresh clone: the second waits for the first instead of deleting what it installs.
  const turn = join(tmpdir(), `remit-install-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`)
  while (!tookTurn(turn)) await new Promise((wake) => setTimeout(wake, 500))
  let status = 0
  if (stale()) {
    process.stderr.write('Installing packages (npm ci) …\n')
    const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm']
    status = spawnSync(npm[0], [...npm.slice(1), 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: root,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32' && npm.length === 1,
    }).status
  }
  rmSync(turn, { force: true })
  if (status === 0) return
  console.error(
    'The packages could not be installed; what npm says above tells why. When that is mended, run this again.',
  )
  process.exit(1)
}

/** Takes the turn to install, also from a process that no longer lives. */
function tookTurn(turn) {
  try {
    writeFileSync(turn, String(process.pid), { flag: 'wx', mode: 0o600 })
    return true
  } catch (cause) {
    if (cause.code !== 'EEXIST') throw cause
  }
  try {
    const holder = Number(readFileSync(turn, 'utf8'))
    if (holder) process.kill(holder, 0) // asks whether it is there; sends nothing
  } catch (cause) {
    if (cause.code === 'ESRCH') rmSync(turn, { force: true })
  }
  return false
}

/** npm notes what it installed in a lockfile of its own; packages for other platforms, and for development, may be absent. */
function stale() {
  const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8')).packages
  if (!existsSync(join(root, 'node_modules/.package-lock.json'))) return true
  const wanted = read('package-lock.json')
  const there = read('node_modules/.package-lock.json')
  const forDevelopment = words[0] in programs
  return Object.entries(wanted).some(
    ([path, { version, optional, dev, devOptional }]) =>
      path !== ''
      && (there[path] ? there[path].version !== version : !(optional || devOptional || (dev && !forDevelopment))),
  )
}
