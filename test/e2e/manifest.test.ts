/** The manifests that are really built: what the extension may do, and what may reach into it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runTool } from '../../scripts/processes/run-tool.ts';
import { FIREFOX_ADDON_ID, MANIFEST_KEY } from '../../shared/client.ts';
import { builtExtension } from './harness/lane-build.ts';

interface Manifest {
  manifest_version: number;
  permissions: string[];
  host_permissions: string[];
  content_security_policy: { extension_pages: string };
  [key: string]: unknown;
}

interface FirefoxManifest {
  action: { default_title: string; theme_icons: { dark: string; light: string }[] };
}

function readManifest(extension: string): Manifest {
  return JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'));
}

const builds = [
  { browser: 'Chrome', extension: builtExtension('chrome'), panel: ['sidePanel'] },
  { browser: 'Firefox', extension: builtExtension('firefox'), panel: [] },
];

describe.each(builds)('the manifest for $browser', ({ extension, panel }) => {
  const manifest = readManifest(extension);

  it('asks for exactly the permissions that are used', () => {
    expect(manifest.manifest_version).toBe(3);
    expect(manifest.permissions.toSorted()).toEqual(
      ['activeTab', 'alarms', 'contextMenus', 'identity', 'scripting', 'storage', ...panel].toSorted(),
    );
    expect(manifest.host_permissions).toEqual(['http://127.0.0.1/*']);
  });

  it('puts nothing of the extension into pages', () => {
    expect(manifest.web_accessible_resources ?? []).toEqual([]);
    expect(manifest.content_scripts ?? []).toEqual([]);
  });

  it('runs no script but its own, in no frame but its own', () => {
    const directives = manifest.content_security_policy.extension_pages.split('; ');
    expect(directives).toContain("default-src 'none'");
    expect(directives).toContain("script-src 'self'");
    expect(directives).toContain("frame-ancestors 'none'");
    expect(directives.join(' ')).not.toMatch(/unsafe|\*|data: *script|blob:|wss?:/);
  });
});

describe.each(builds)('a build for $browser with its broker built in', ({ extension }) => {
  const { content_security_policy, ...manifest } = readManifest(extension);

  it('can reach no other server, and asks for none', () => {
    const [connect = ''] = content_security_policy.extension_pages.match(/connect-src [^;]*/) ?? [];
    expect(connect).toMatch(/^connect-src http:\/\/127\.0\.0\.1:\d+$/);
    expect(manifest.optional_host_permissions).toBeUndefined();
  });
});

describe('the build for Firefox', () => {
  it("passes the check of Mozilla's store without an error, a warning or a notice", async () => {
    const args = ['--output', 'json', builtExtension('firefox')];
    const { output } = await runTool(['addons-linter', 'addons-linter'], args);
    const { errors, warnings, notices } = JSON.parse(output);
    expect([...errors, ...warnings, ...notices]).toEqual([]);
  }, 180_000);
});

describe('private windows', () => {
  it('have the extension where a session can be used in them, in Chrome, and not in Firefox', () => {
    expect(readManifest(builtExtension('chrome')).incognito).toBeUndefined();
    expect(readManifest(builtExtension('firefox')).incognito).toBe('not_allowed');
  });
});

describe('the side panel', () => {
  it('opens by itself in neither browser', () => {
    expect(readManifest(builtExtension('chrome')).side_panel).toBeUndefined();
    expect(readManifest(builtExtension('firefox')).sidebar_action).toMatchObject({ open_at_install: false });
  });
});

describe('the manifest', () => {
  it('pins the Chrome id by its key and lets no other extension connect', () => {
    expect(readManifest(builtExtension('chrome'))).toMatchObject({
      key: MANIFEST_KEY,
      externally_connectable: { ids: [] },
    });
  });

  it('pins the Firefox id and declares what leaves the browser', () => {
    expect(readManifest(builtExtension('firefox'))).toMatchObject({
      browser_specific_settings: {
        gecko: {
          id: FIREFOX_ADDON_ID,
          data_collection_permissions: {
            required: [
              'authenticationInfo',
              'browsingActivity',
              'personallyIdentifyingInfo',
              'websiteContent',
            ],
          },
        },
      },
    });
  });

  it('has a title in the language of the browser, and in Firefox icons for a dark toolbar', () => {
    expect(readManifest(builtExtension('chrome')).action).toMatchObject({
      default_title: '__MSG_extension_name__',
    });
    const { action } = readManifest(builtExtension('firefox')) as unknown as FirefoxManifest;
    expect(action.default_title).toBe('__MSG_extension_name__');
    const icons = action.theme_icons.flatMap(({ dark, light }) => [dark, light]);
    expect(icons).toHaveLength(4);
    expect(icons.filter((path) => !existsSync(join(builtExtension('firefox'), path)))).toEqual([]);
  });
});
