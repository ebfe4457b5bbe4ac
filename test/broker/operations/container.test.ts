/**
 * Dockerfile and compose.yaml, compared with the project: the tests cannot build a container, so they check what can
 * drift apart.
 */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SECRET_SETTINGS, SettingsSchema } from '../../../broker/config/setting-schema.ts';
import { MEMORY_ENV } from '../../../scripts/broker/build-broker.ts';
import { HEALTH_PATHS } from '../../../shared/paths.ts';

const dockerfile = readFileSync('Dockerfile', 'utf8');
const compose = readFileSync('compose.yaml', 'utf8');

/** Instructions, with the lines that they go on over joined. */
const instructions = dockerfile
  .replace(/\\\n\s*/g, ' ')
  .split('\n')
  .filter((line) => /^[A-Z]+ /.test(line));
const last = (word: string) => instructions.filter((line) => line.startsWith(`${word} `)).at(-1) ?? '';

describe('the container', () => {
  it('does not run as root', () => {
    expect(last('USER')).toBe('USER node');
    expect(instructions.indexOf(last('USER'))).toBeLessThan(instructions.indexOf(last('ENTRYPOINT')));
  });

  it('is built from packages as locked, runs none of their scripts, and has only what was built of them', () => {
    expect(dockerfile).toMatch(/npm ci --ignore-scripts/);
    const lastStage = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
    expect(lastStage.match(/^COPY .*/gm)).toEqual(['COPY --from=build /app/.output/broker ./']);
  });

  it('runs on the Node that the project is tested with', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
      devDependencies: { node: string };
    };
    const [major] = manifest.devDependencies.node.split('.');
    const bases = instructions.filter((line) => line.startsWith('FROM ')).map((line) => line.split(' ')[1]);
    expect(new Set(bases)).toEqual(new Set([`node:${major}-slim`]));
  });

  it('copies only the files that the build needs', () => {
    const copied = instructions
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
      .flatMap((line) => line.split(' ').slice(1, -1));
    expect(copied.filter((path) => !existsSync(path))).toEqual([]);
    const ignored = readFileSync('.dockerignore', 'utf8').split('\n');
    expect(ignored).toContain('*');
    expect(new Set(ignored.filter((line) => line.startsWith('!')).map((line) => line.slice(1)))).toEqual(
      new Set(copied),
    );
  });

  it('checks its health at the liveness path', () => {
    expect(last('HEALTHCHECK')).toContain(HEALTH_PATHS.live);
  });

  it.each([
    ['Dockerfile', last('ENV').matchAll(/([A-Z_]+)=/g)],
    ['compose.yaml', (compose.split('\n  postgres:')[0] ?? '').matchAll(/^ {6}([A-Z_]+):/gm)],
  ])('sets only settings that there are: %s', (_file, found) => {
    const known = new Set([
      ...Object.keys(SettingsSchema.properties),
      ...SECRET_SETTINGS.map((name) => `${name}_FILE`),
      'NODE_ENV',
      ...Object.keys(MEMORY_ENV),
    ]);
    const names = [...found].map((match) => match[1] ?? '');
    expect(names.length).toBeGreaterThan(2);
    expect(names.filter((name) => !known.has(name))).toEqual([]);
  });

  it('sets the memory that was measured, as the systemd unit does', () => {
    const unit = readFileSync('deploy/systemd/contacts-for-envoke.service', 'utf8');
    for (const [name, value] of Object.entries(MEMORY_ENV)) {
      expect(last('ENV').split(/\s+/)).toContain(`${name}=${value}`);
      expect(unit.split('\n')).toContain(`Environment=${name}=${value}`);
    }
  });

  it('keeps secrets out of the environment and out of the file', () => {
    for (const name of SECRET_SETTINGS) expect(compose).not.toMatch(new RegExp(`^ *${name}:`, 'm'));
    expect(compose).not.toMatch(/PASSWORD:/);
  });
});
