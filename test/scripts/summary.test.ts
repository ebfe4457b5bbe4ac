/** The block that `npm start` prints. */
import { describe, expect, it } from 'vitest';
import { type Running, summary } from '../../scripts/start/summary.ts';

const RUNNING: Running = {
  brokerUrl: 'http://127.0.0.1:8787',
  standIn: { url: 'http://127.0.0.1:8788', email: 'try@example.ca', password: 'try-it-out' },
  dataDir: '.data',
  extension: '/project/.output/chrome-mv3',
  browser: 'there is no display',
};

describe('the block that npm start prints', () => {
  it('ends in a line that begins with ready', () => {
    expect(summary(RUNNING).split('\n').at(-1)).toMatch(/^ready/);
  });

  it('says where each part listens, how to log in and what to load by hand', () => {
    const text = summary(RUNNING);
    for (const fact of [
      '127.0.0.1:8787',
      '127.0.0.1:8788',
      'http://127.0.0.1:8788/ ',
      'try@example.ca',
      'try-it-out',
      RUNNING.extension,
      'by hand, since there is no display:',
    ])
      expect(text).toContain(fact);
  });

  it('offers no stand-in login with the real Envoke', () => {
    expect(summary({ ...RUNNING, standIn: undefined })).not.toContain('Log in');
  });

  it('builds for Firefox with the broker that was chosen', () => {
    expect(summary({ ...RUNNING, brokerUrl: 'http://127.0.0.1:9001' })).toContain(
      'BROKER_URL=http://127.0.0.1:9001 npm run build',
    );
  });
});
