/** Where each system's installers put the browsers, the most usual first. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from './browser.ts';

type Env = Record<string, string | undefined>;

const LINUX = {
  chromium: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/opt/google/chrome/chrome',
    '/usr/bin/microsoft-edge',
    '/usr/bin/microsoft-edge-stable',
    '/snap/bin/chromium',
  ],
  firefox: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/usr/lib/firefox/firefox', '/snap/bin/firefox'],
};

const MAC_APPS = {
  chromium: [
    'Chromium.app/Contents/MacOS/Chromium',
    'Google Chrome.app/Contents/MacOS/Google Chrome',
    'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  firefox: ['Firefox.app/Contents/MacOS/firefox', 'Firefox Developer Edition.app/Contents/MacOS/firefox'],
};

const WINDOWS_PROGRAMS = {
  chromium: [
    'Chromium\\Application\\chrome.exe',
    'Google\\Chrome\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: ['Mozilla Firefox\\firefox.exe'],
};

/** Paths to look at, in order; whether anything is there is for the caller to find out. */
export function wellKnownPaths(kind: Browser['kind'], platform: NodeJS.Platform, env: Env): string[] {
  if (platform === 'darwin') return below(['/Applications', join(homedir(), 'Applications')], MAC_APPS[kind]);
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
    return below(
      folders.filter((folder) => folder !== undefined),
      WINDOWS_PROGRAMS[kind],
    );
  }
  return LINUX[kind];
}

function below(folders: string[], paths: string[]): string[] {
  return folders.flatMap((folder) => paths.map((path) => join(folder, path)));
}
