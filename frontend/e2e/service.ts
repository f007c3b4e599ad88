// Starts the built jar once for all journeys: demo profile, embedded PostgreSQL in a folder of its own, a free port.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { TestProject } from 'vitest/node'
import { demoAccounts, importedAccounts, type Account } from './accounts'

declare module 'vitest' {
  export interface ProvidedContext {
    base: string
    demo: Account[]
    /** where the demo's SMS gateway writes */
    sms: string
    /** empty when ../shared/data is not there */
    real: Account[]
  }
}

const ROOT = resolve(import.meta.dirname, '../..')
export const DATA = process.env.LIANBAN_SHARED_DATA ?? resolve(ROOT, '../shared/data')
export const REAL_DISTRICT = '511602'
const JAVA = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin/java') : 'java'
const LOG = resolve(import.meta.dirname, '../reports')

function builtJar(): string {
  if (process.env.LIANBAN_JAR) return resolve(process.env.LIANBAN_JAR)
  const target = join(ROOT, 'backend/target')
  const jars = existsSync(target)
    ? readdirSync(target).filter((name) => /^lianban-.*\.jar$/.test(name) && !/(sources|javadoc|original)/.test(name))
    : []
  const newest = jars.map((name) => join(target, name)).sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0]
  if (!newest) throw new Error('no backend/target/lianban-*.jar: build it first (make test does)')
  return newest
}

/** What the services have in common: the jar laid out in files and PostgreSQL's programs. */
const SHARED = join(ROOT, 'backend/target/journeys')

/** The jar in files, as Boot's own tool lays it out: out of one file, with jars within, a start costs half as much again. A folder for each jar. */
function laidOut(jar: string): string {
  const { mtimeMs, size } = statSync(jar)
  const folder = join(SHARED, `${Math.round(mtimeMs)}-${size}`)
  if (!existsSync(folder)) {
    mkdirSync(SHARED, { recursive: true })
    const half = mkdtempSync(join(SHARED, 'half-'))
    execFileSync(JAVA, ['-XX:TieredStopAtLevel=1', '-Djarmode=tools', '-jar', jar, 'extract', '--destination', half, '--application-filename', 'lianban.jar'])
    renameSync(half, folder)
  }
  return folder
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer()
    server.once('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (address && typeof address === 'object' ? done(address.port) : failed(new Error('no port'))))
    })
  })
}

function java(files: string, folder: string, environment: Record<string, string>, ...options: string[]) {
  const light = ['-Xmx512m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-XX:MetaspaceSize=256m']
  const child = spawn(JAVA, [...light, '-jar', join(files, 'lianban.jar'), '--spring.profiles.active=demo', ...options], {
    cwd: folder,
    env: { ...process.env, DATABASE_URL: '', LIANBAN_DATA: join(folder, 'data'), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const running = { child, output: '' }
  const log = createWriteStream(join(LOG, 'service.log'), { flags: 'a' })
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      running.output += chunk.toString()
      log.write(chunk)
    })
  }
  return running
}

const ended = (child: ChildProcess): Promise<number | null> =>
  child.exitCode !== null ? Promise.resolve(child.exitCode) : new Promise((done) => child.once('exit', done))

/** One of the jar's commands on the real district; answers the accounts that it prints. */
async function onRealDistrict(name: 'import-demo' | 'open-district', files: string, folder: string): Promise<Account[]> {
  const command = java(files, folder, {}, `--lianban.command=${name}`, `--lianban.data=${DATA}`, `--lianban.district=${REAL_DISTRICT}`)
  if ((await ended(command.child)) !== 0) throw new Error(`${name} failed:\n${command.output.slice(-4000)}`)
  return importedAccounts(command.output)
}

async function ready(base: string, running: { child: ChildProcess; output: string }): Promise<void> {
  const until = Date.now() + 300_000
  while (Date.now() < until) {
    if (running.child.exitCode !== null) break
    const health = await fetch(`${base}/actuator/health/readiness`).catch(() => null)
    if (health?.ok) return
    await new Promise((done) => setTimeout(done, 500))
  }
  throw new Error(`the service did not get ready:\n${running.output.slice(-4000)}`)
}

interface Running {
  base: string
  service: ReturnType<typeof java>
  stop: () => Promise<void>
}

/** The service on a free port, with its database in the folder; stopping it removes the folder. */
async function start(files: string, folder: string, demoCases: number): Promise<Running> {
  const port = await freePort()
  const base = `http://localhost:${port}`
  const service = java(files, folder, { PORT: String(port), DEMO_CASES: String(demoCases) })
  const stop = async () => {
    if (service.child.exitCode === null) {
      service.child.kill('SIGTERM')
      const late = setTimeout(() => service.child.kill('SIGKILL'), 30_000)
      await ended(service.child)
      clearTimeout(late)
    }
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await ready(base, service)
  } catch (failure) {
    await stop()
    throw failure
  }
  return { base, service, stop }
}

/** A service's own folder; PostgreSQL's programs are unpacked once for all of them. */
function folderFor(what: string, files: string): string {
  const folder = mkdtempSync(join(tmpdir(), `lianban-${what}-`))
  mkdirSync(join(folder, 'data'))
  mkdirSync(join(files, 'postgres'), { recursive: true })
  symlinkSync(join(files, 'postgres'), join(folder, 'data/binaries'))
  return folder
}

/** A service of its own with nothing but the opened real district and its administrator. */
export async function openedDistrict(): Promise<{ base: string; accounts: Account[]; stop: () => Promise<void> }> {
  const files = laidOut(builtJar())
  const folder = folderFor('opened', files)
  const accounts = await onRealDistrict('open-district', files, folder)
  const { base, stop } = await start(files, folder, 0)
  return { base, accounts, stop }
}

export default async function setup(project: TestProject) {
  mkdirSync(LOG, { recursive: true })
  const files = laidOut(builtJar())
  const folder = folderFor(project.name, files)
  // nobody looks at the real district for barriers: its screens are the demo district's
  const wanted = project.name === 'journeys'
  const real = wanted && existsSync(DATA) ? await onRealDistrict('import-demo', files, folder) : []
  if (wanted && real.length === 0) process.stderr.write(`SKIPPED: the journeys on the real district: ${DATA} is not there\n`)
  const { base, service, stop } = await start(files, folder, 200)
  project.provide('base', base)
  project.provide('real', real)
  project.provide('sms', join(folder, 'data/sms'))
  project.provide('demo', demoAccounts(service.output))
  return stop
}
