import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defineConfig } from 'wxt';
import { builtInBroker } from './scripts/extension/built-in-broker.ts';
import { plainImports } from './scripts/extension/plain-imports.ts';
import { standAlone } from './scripts/extension/stand-alone.ts';
import { startChunk } from './scripts/extension/start-chunk.ts';
import { textOnly } from './scripts/extension/text-only.ts';
import { NOTICES_FILE, thirdPartyNotices } from './scripts/licences/third-party-notices.ts';
import { FIREFOX_ADDON_ID, MANIFEST_KEY } from './shared/client.ts';

const ownBroker = builtInBroker(process.env);
/** The page about the extension, for those who publish it. */
const homepageUrl = process.env.HOMEPAGE_URL;
/** Set by `npm run package`. */
const isForStore = process.env.FOR_STORE !== undefined;
const brokerUrl = ownBroker ?? 'http://127.0.0.1:8787';

/** The oldest browsers that may install the extension. */
const OLDEST = { chrome: '123', firefox: '142' };

export default defineConfig({
  srcDir: 'extension',
  publicDir: 'extension/public',
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  targetBrowsers: ['chrome', 'firefox', 'edge'],
  manifestVersion: 3,
  hooks: {
    // WXT takes the title from popup.html, which knows one language.
    'build:manifestGenerated': (_wxt, manifest) => {
      manifest.action = { ...manifest.action, default_title: '__MSG_extension_name__' };
    },
    'build:done': async ({ config }, { steps }) => {
      const chunks = steps.flatMap((step) => step.chunks);
      const moduleIds = chunks.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
      const words = await readFile('extension/lib/capture/words/dictionary-notice.txt', 'utf8');
      const notices = [thirdPartyNotices(moduleIds), words].join(`\n${'-'.repeat(80)}\n\n`);
      await writeFile(join(config.outDir, NOTICES_FILE), notices);
    },
  },
  vite: () => ({
    define: {
      __BROKER_URL__: JSON.stringify(brokerUrl),
      __BROKER_IS_BUILT_IN__: JSON.stringify(ownBroker !== undefined),
    },
    // What these know is not written out for older browsers, in scripts and in styles.
    build: { target: [`chrome${OLDEST.chrome}`, `firefox${OLDEST.firefox}`] },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    plugins: [plainImports(), standAlone(), startChunk(), textOnly()],
  }),
  manifest: ({ browser, command }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    ...(homepageUrl ? { homepage_url: homepageUrl } : {}),
    permissions: [
      ...['identity', 'storage', 'contextMenus', 'activeTab', 'scripting', 'alarms'],
      // Firefox's sidebar needs none.
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    host_permissions: [`${new URL(brokerUrl).origin.replace(/:\d+$/, '')}/*`],
    ...(ownBroker === undefined ? { optional_host_permissions: ['https://*/*'] } : {}),
    options_ui: { page: 'settings.html', open_in_tab: true },
    omnibox: { keyword: 'env' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+E' } },
      'add-selection': {
        // Chrome keeps Alt+Shift+A for itself and would set nothing.
        suggested_key: { default: 'Alt+Shift+S' },
        description: '__MSG_command_add_selection__',
      },
    },
    content_security_policy: {
      extension_pages: [
        "default-src 'none'",
        "script-src 'self'",
        // The development server sends styles in scripts, and tells of changes over a socket.
        `style-src 'self'${command === 'serve' ? " 'unsafe-inline'" : ''}`,
        "img-src 'self' data:",
        [
          'connect-src',
          ...(ownBroker === undefined ? ['https:', 'http://127.0.0.1:*'] : [new URL(brokerUrl).origin]),
          ...(command === 'serve' ? ['http://localhost:*', 'ws://localhost:*'] : []),
        ].join(' '),
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
      ].join('; '),
    },
    ...(browser === 'firefox'
      ? {
          // A page in a private window has a storage and locks of its own there, and stores no key: nobody could connect.
          incognito: 'not_allowed' as const,
          // Firefox's names are of the text beside the icon: light text is on a dark toolbar.
          action: {
            theme_icons: [16, 32].map((size) => ({
              dark: `/icons/${size}.png`,
              light: `/icons/dark-${size}.png`,
              size,
            })),
          },
          // Chrome's side panel has no entry: it exists only beside the tab that a person opens it for.
          sidebar_action: {
            default_panel: 'popup.html?beside=0',
            default_title: '__MSG_extension_name__',
            default_icon: '/icons/32.png',
            open_at_install: false,
          },
          browser_specific_settings: {
            gecko: {
              id: FIREFOX_ADDON_ID,
              // The first that knows the next line on every system. No `gecko_android`: it is not offered there.
              strict_min_version: `${OLDEST.firefox}.0`,
              data_collection_permissions: {
                // The session; the page's address in the proof of consent; the people; the text they are read from.
                required: [
                  'authenticationInfo',
                  'browsingActivity',
                  'personallyIdentifyingInfo',
                  'websiteContent',
                ],
              },
            },
          },
        }
      : {
          // Stores refuse an upload that has one; elsewhere it keeps the id, and so the redirect URI, the same.
          ...(isForStore ? {} : { key: MANIFEST_KEY }),
          minimum_chrome_version: OLDEST.chrome,
          externally_connectable: { ids: [] },
          storage: { managed_schema: 'managed-schema.json' },
        }),
  }),
});
