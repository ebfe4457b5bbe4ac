/** nginx as a plain proxy, where it is installed: what passing a request on costs at the least. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Target } from './load.ts';

const config = (port: number, upstream: string, folder: string) => `
daemon off;
worker_processes 1;
pid ${join(folder, 'nginx.pid')};
error_log ${join(folder, 'nginx.log')};
events { worker_connections 256; }
http {
  access_log off;
  client_body_temp_path ${folder};
  proxy_temp_path ${folder};
  fastcgi_temp_path ${folder};
  uwsgi_temp_path ${folder};
  scgi_temp_path ${folder};
  upstream envoke { server ${upstream}; keepalive 64; }
  server {
    listen 127.0.0.1:${port};
    location / { proxy_pass http://envoke; proxy_http_version 1.1; proxy_set_header Connection ""; }
  }
}
`;

export interface Nginx extends Target {
  stop(): Promise<void>;
}

/** Undefined where there is none. @param upstream host and port */
export async function startNginx(port: number, upstream: string, folder: string): Promise<Nginx | undefined> {
  if (spawnSync('nginx', ['-v'], { stdio: 'ignore' }).status !== 0) return undefined;
  const file = join(folder, 'nginx.conf');
  await writeFile(file, config(port, upstream, folder));
  const nginx = spawn('nginx', ['-c', file, '-e', join(folder, 'nginx.log')], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  while (!(await isThere(url))) {
    if (nginx.exitCode !== null) throw new Error('nginx does not start');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { name: 'nginx', urls: [url], pids: await pidsOf(nginx), stop: () => stop(nginx) };
}

async function isThere(url: string): Promise<boolean> {
  return fetch(url).then(
    async (answer) => (await answer.arrayBuffer()).byteLength > 0,
    () => false,
  );
}

/** The worker does the work; Linux alone says which it is. */
async function pidsOf({ pid = 0 }: ChildProcess): Promise<number[]> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  return [pid, ...children.trim().split(' ').filter(Boolean).map(Number)];
}

async function stop(nginx: ChildProcess): Promise<void> {
  if (nginx.exitCode !== null) return;
  const gone = once(nginx, 'exit');
  nginx.kill('SIGTERM');
  await gone;
}
