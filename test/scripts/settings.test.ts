/** What `npm start` makes of the environment. */
import { describe, expect, it } from 'vitest';
import { readStartSettings, StartSettingError } from '../../scripts/start/start-settings.ts';

describe('the settings of npm start', () => {
  it.each(['0', '65536', '-1', '80.5', 'http', '8787 '.repeat(2)])('refuses %j as a port', (PORT) => {
    expect(() => readStartSettings({ PORT })).toThrow(StartSettingError);
  });

  it.each([{ ENVOKE_CLIENT_ID: 'id' }, { ENVOKE_CLIENT_SECRET_FILE: 'secret.txt' }])(
    'refuses half of an application (%j)',
    (env) => {
      expect(() => readStartSettings(env)).toThrow(/set both/);
    },
  );

  it.each([
    [{ PORT: '8788' }, [], /^PORT and ENVOKE_PORT are both 8788/],
    [{ PORT: '9000', ENVOKE_PORT: '9000' }, [], /^PORT and ENVOKE_PORT are both 9000/],
    [{ DEV_PORT: '8787' }, ['--dev'], /^PORT and DEV_PORT are both 8787/],
  ])('refuses one port for two of its parts (%j)', (env, args, words) => {
    expect(() => readStartSettings(env, args)).toThrow(words);
  });

  it('takes any port for the broker where no other part needs it', () => {
    const real = { ENVOKE_CLIENT_ID: 'id', ENVOKE_CLIENT_SECRET: 'secret' };
    expect(readStartSettings({ ...real, PORT: '8788', DEV_PORT: '8788' }).brokerPort).toBe(8788);
  });

  it('uses the stand-in when nothing is set', () => {
    expect(readStartSettings({})).toEqual({
      brokerPort: 8787,
      publicUrl: 'http://127.0.0.1:8787',
      envokePort: 8788,
      dataDir: '.data',
      devPort: undefined,
      openBrowser: true,
    });
  });

  it.each([
    { ENVOKE_CLIENT_ID: 'id', ENVOKE_CLIENT_SECRET: 'secret' },
    { ENVOKE_CLIENT_ID: 'id', ENVOKE_CLIENT_SECRET_FILE: 'secret.txt' },
  ])('uses the real Envoke once an application is named (%j)', (env) => {
    expect(readStartSettings(env).envokePort).toBeUndefined();
  });

  it('takes ports, folder and browser from the environment', () => {
    const env = { PORT: '9001', ENVOKE_PORT: '9002', DATA_DIR: 'elsewhere', BROWSER: 'none' };
    expect(readStartSettings(env)).toEqual({
      brokerPort: 9001,
      publicUrl: 'http://127.0.0.1:9001',
      envokePort: 9002,
      dataDir: 'elsewhere',
      devPort: undefined,
      openBrowser: false,
    });
  });

  it('serves the extension for development when asked to, on a port that can be moved', () => {
    expect(readStartSettings({}, ['--dev']).devPort).toBe(3000);
    expect(readStartSettings({ DEV_PORT: '3100' }, ['--dev']).devPort).toBe(3100);
  });
});
