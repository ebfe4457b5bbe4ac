/** The sample for nginx in docs/deployment.md, as an operator would copy it: nginx itself takes it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';

const NGINX = ['/usr/sbin/nginx', '/usr/bin/nginx', '/opt/homebrew/bin/nginx'].find((path) =>
  existsSync(path),
);

/** A certificate of this test alone, in files of the names that the sample has. */
function makeCertificate(folder: string): void {
  const files = ['-keyout', join(folder, 'privkey.pem'), '-out', join(folder, 'fullchain.pem')];
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1'];
  execFileSync('openssl', ['req', '-x509', ...kind, '-subj', '/CN=broker.example.ca', ...files], {
    stdio: 'ignore',
  });
}

/** Asks nginx about a file that its own `nginx.conf` includes, as distributions do with those in `conf.d`. */
function ask(sample: string): { status: number | null; said: string } {
  const folder = mkdtempSync(join(tmpdir(), 'nginx-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  makeCertificate(folder);
  const here = sample
    .replaceAll('/etc/letsencrypt/live/broker.example.ca', folder)
    .replaceAll('/var/log/nginx', folder);
  writeFileSync(join(folder, 'broker.conf'), here);
  const main = `pid ${folder}/pid; error_log stderr; events {} http { include ${folder}/broker.conf; }\n`;
  writeFileSync(join(folder, 'nginx.conf'), main);
  const { status, stderr } = spawnSync(NGINX ?? '', ['-t', '-p', folder, '-c', join(folder, 'nginx.conf')], {
    encoding: 'utf8',
  });
  return { status, said: stderr };
}

describe.skipIf(NGINX === undefined)('the sample for nginx (package nginx)', () => {
  const [, sample = ''] = readFileSync('docs/deployment.md', 'utf8').match(/```nginx\n(.*?)```/s) ?? [];

  it('is taken by nginx', () => {
    const { status, said } = ask(sample);
    expect(said).toContain('test is successful');
    expect(said).not.toMatch(/\[(?:warn|error|emerg)\]/);
    expect(status).toBe(0);
  });

  it('would be refused by this check with a directive in the wrong place', () => {
    const { status, said } = ask(sample.replace('location / {', "log_format other '$uri'; location / {"));
    expect(said).toContain('"log_format" directive is not allowed here');
    expect(status).toBe(1);
  });
});
