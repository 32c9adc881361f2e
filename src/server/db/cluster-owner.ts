import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'

export type Account = { name: string; uid: number; gid: number }

/**
 * The account PostgreSQL runs under when this process is root's (PostgreSQL refuses to run as root);
 * undefined when it runs as ourselves. An existing cluster keeps the account that owns it.
 */
export function clusterAccount(existingCluster?: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const owner = existingCluster === undefined ? undefined : statSync(existingCluster)
  if (owner && owner.uid !== 0)
    return { name: `number ${owner.uid}`, uid: owner.uid, gid: owner.gid }
  const account = findAccount(ownName) ?? createAccount() ?? findAccount('postgres')
  if (account) return account
  throw new Error(
    `PostgreSQL refuses to run as root, and the account ${ownName} could not be created: create it with useradd, or start Officina as another user.`,
  )
}

/** Tries it for real, so that modes, access lists and mount options all count. */
export function accountMayEnter(account: Account, directory: string): boolean {
  const probe = spawnSync('/bin/sh', ['-c', 'cd -- "$1" && cd "$(pwd -P)"', 'sh', directory], {
    uid: account.uid,
    gid: account.gid,
    cwd: '/',
    stdio: 'ignore',
  })
  return probe.status === 0
}

const ownName = 'officina-db'

function createAccount(): Account | undefined {
  spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', ownName], {
    stdio: 'ignore',
  })
  // Two servers may have raced for it: what counts is that it is there now.
  return findAccount(ownName)
}

function findAccount(name: string): Account | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) => {
    const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' })
    return status === 0 ? Number(stdout) : undefined
  })
  return uid && gid !== undefined ? { name, uid, gid } : undefined
}
