/** What the page's buttons do, and the messages that follow. */
import type { ProposedBroker } from '../../components/settings/broker-section.tsx';
import { saveTextFile } from '../../lib/download/save-text-file.ts';
import type { LoadedSettings, Settings } from '../../lib/settings/settings.ts';
import { exportSettings, importSettings } from '../../lib/settings/settings-file.ts';
import { openShortcuts } from './open-shortcuts.ts';
import type { Say } from './use-said.ts';

const FILE_NAME = 'contacts-for-envoke-settings.json';

interface Means {
  settings: LoadedSettings;
  /** Rejects when the browser could not store them. */
  change: (changes: Partial<Settings>) => Promise<void>;
  diagnostics: string;
  say: Say;
  /** Fills in an address for the person to check and confirm. */
  proposeBroker: (proposal: ProposedBroker) => void;
}

export function settingsActions({ settings, change, diagnostics, say, proposeBroker }: Means) {
  const save = (changes: Partial<Settings>, said: Parameters<Say>[0]) => {
    change(changes).then(
      () => say(said),
      () => say((t) => t('settings.notSaved'), 'bad'),
    );
  };
  return {
    save: (changes: Partial<Settings>) => save(changes, (t) => t('settings.saved')),
    exportFile: () => saveTextFile(FILE_NAME, 'application/json', exportSettings(settings.values)),
    importFile: async (file: File) => {
      const read = importSettings(await file.text());
      if (!read.ok) return say((t) => t(`settings.import.${read.refusal}`), 'bad');
      const names = read.rejected.join(', ');
      // A file must not decide where people sign in: its broker address is only shown, and used once a person has
      // checked it.
      const { brokerUrl, ...values } = read.values;
      const { values: present, managed } = settings;
      const isOther = brokerUrl !== undefined && brokerUrl !== present.brokerUrl && !managed.has('brokerUrl');
      if (isOther) proposeBroker({ brokerUrl, written: null });
      save(values, (t) => {
        if (isOther) return t('settings.importedBroker', { url: brokerUrl });
        return names === '' ? t('settings.imported') : t('settings.importedPartly', { names });
      });
    },
    copyDiagnostics: async () => {
      await navigator.clipboard.writeText(diagnostics);
      say((t) => t('settings.diagnosticsCopied'));
    },
    changeShortcuts: async () => {
      if (!(await openShortcuts())) say((t) => t('settings.shortcutsByHand'), 'info');
    },
  };
}
