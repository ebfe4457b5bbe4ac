/** The block that `npm start` prints once all of it answers. Pure: facts in, text out. */

/** The Envoke to try things out with, and who can log in to it. */
export interface StandIn {
  url: string;
  email: string;
  password: string;
}

export interface Running {
  brokerUrl: string;
  /** Undefined with the real Envoke. */
  standIn: StandIn | undefined;
  dataDir: string;
  /** Absolute path of the folder to load into Chrome. */
  extension: string;
  /** The browser that was opened, or in words why none was. */
  browser: { path: string } | string;
}

const DEFAULT_BROKER_URL = 'http://127.0.0.1:8787';

/** Ends in a line that begins with `ready`. */
export function summary({ brokerUrl, standIn, dataDir, extension, browser }: Running): string {
  const build = brokerUrl === DEFAULT_BROKER_URL ? 'npm run build' : `BROKER_URL=${brokerUrl} npm run build`;
  const rows: [label: string, value: string][] = [
    ['Broker', brokerUrl],
    ...(standIn
      ? ([
          ['Envoke', `${standIn.url}  (a stand-in with invented contacts)`],
          ['Log in with', `${standIn.email}  ${standIn.password}`],
          ['Try it on', `${standIn.url}/  (a page with people, some of them in Envoke)`],
        ] satisfies [string, string][])
      : ([['Envoke', 'the real one, with your application']] satisfies [string, string][])),
    ['Data, logs', dataDir],
    [
      'Extension',
      typeof browser === 'string' ? `to be loaded by hand, since ${browser}:` : `loaded in ${browser.path}`,
    ],
    ['  Chrome, Edge', `chrome://extensions → Developer mode → Load unpacked → ${extension}`],
    ['  Firefox', `${build}, then about:debugging → This Firefox → Load Temporary Add-on`],
    ['', '→ .output/firefox-mv3/manifest.json'],
  ];
  const width = Math.max(...rows.map(([label]) => label.length)) + 2;
  return [
    '',
    'Contacts for Envoke',
    '',
    ...rows.map(([label, value]) => `  ${label.padEnd(width)}${value}`),
    '',
    `ready: click the extension's icon, then "Connect to Envoke". Ctrl-C stops everything.`,
  ].join('\n');
}
