/** A system font for the pictures, whatever this machine has: on Linux a browser takes what fontconfig says. */
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FONT = dirname(fileURLToPath(import.meta.resolve('@expo-google-fonts/inter/package.json')));

/** Inter for text; what it lacks comes from the fonts of the machine. */
const configuration = (cache: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>${FONT}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${cache}</cachedir>
  <match target="pattern">
    <edit name="family" mode="prepend" binding="weak"><string>Inter</string></edit>
  </match>
</fontconfig>
`;

/** The environment of a browser that takes pictures; other systems have a system font of their own. */
export async function fontEnvironment(folder: string): Promise<Record<string, string>> {
  if (process.platform !== 'linux') return {};
  const path = join(folder, 'fonts.conf');
  await writeFile(path, configuration(join(folder, 'font-cache')));
  return { FONTCONFIG_FILE: path };
}
