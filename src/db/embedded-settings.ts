import { totalmem } from 'node:os'

const MB = 2 ** 20

/**
 * postgresql.conf for a small server that also runs the application. Durable: what is acknowledged is on the disk.
 * `memory` is that of the machine in bytes; PostgreSQL takes an eighth of it, between 64 and 512 MB.
 */
export function serverSettings(memory: number = totalmem()): Record<string, string> {
  const buffers = Math.round(Math.min(Math.max(memory / 8 / MB, 64), 512))
  return {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '60',
    password_encryption: 'scram-sha-256',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    shared_buffers: `${buffers}MB`,
    effective_cache_size: `${Math.round(memory / 2 / MB)}MB`,
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    // Pages are short queries on solid-state disks: index reads are cheap, compiling a plan never pays.
    random_page_cost: '1.1',
    jit: 'off',
    // A worker of a parallel query costs more to start than a page may take, and its processor is the application's.
    max_parallel_workers_per_gather: '0',
    wal_compression: 'pglz',
    max_wal_size: '1GB',
    checkpoint_completion_target: '0.9',
    autovacuum_naptime: '30s',
    autovacuum_vacuum_scale_factor: '0.1',
    autovacuum_analyze_scale_factor: '0.05',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    log_line_prefix: '%m [%p] ',
    log_min_messages: 'warning',
    log_checkpoints: 'off',
  }
}

/** The text of a configuration file; a quote in a value is written twice. */
export const configuration = (settings: Record<string, string>): string =>
  Object.entries(settings)
    .map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`)
    .join('')
