/** The settings page: every change is saved at once and takes effect at once. */
import { useState } from 'preact/hooks';
import { Logo } from '../../components/logo.tsx';
import { type Announcement, LiveRegions } from '../../components/notice.tsx';
import { AddingSection } from '../../components/settings/adding-section.tsx';
import { BrokerSection } from '../../components/settings/broker-section.tsx';
import { LookSection } from '../../components/settings/look-section.tsx';
import { PopupSection } from '../../components/settings/popup-section.tsx';
import { TemplatesSection } from '../../components/settings/templates-section.tsx';
import { DiagnosticsSection, TransferSection } from '../../components/settings/transfer-section.tsx';
import { TranslationProvider } from '../../components/translation.tsx';
import type { Translator } from '../../lib/i18n/index.ts';
import type { LoadedSettings, Settings } from '../../lib/settings/settings.ts';
import { exportSettings, importSettings } from '../../lib/settings/settings-file.ts';
import { saveTextFile } from '../popup/state/save-text-file.ts';
import { openShortcuts } from './open-shortcuts.ts';
import { useBrokerCheck } from './use-broker-check.ts';
import { useDiagnostics } from './use-diagnostics.ts';
import { usePageLook, useSettings } from './use-settings.ts';
import { useShortcuts } from './use-shortcuts.ts';

interface SettingsPageProps {
  settings: LoadedSettings;
  translator: Translator;
  diagnostics: string;
}

export function SettingsPage({
  settings: first,
  translator: start,
  diagnostics: firstDiagnostics,
}: SettingsPageProps) {
  const { settings, change } = useSettings(first);
  const translator = usePageLook(start, settings.values);
  const { t } = translator;
  const [announcement, setAnnouncement] = useState<Announcement | null>(null);
  const say = (text: string, tone: Announcement['tone'] = 'good') => setAnnouncement({ text, tone });
  const broker = useBrokerCheck((brokerUrl) => change({ brokerUrl }));
  const save = (changes: Partial<Settings>) => {
    change(changes).then(
      () => say(t('settings.saved')),
      () => say(t('settings.notSaved'), 'bad'),
    );
  };
  const load = async (file: File) => {
    const read = importSettings(await file.text());
    if (!read.ok) return say(t(`settings.import.${read.refusal}`), 'bad');
    const names = read.rejected.join(', ');
    change(read.values).then(
      () => say(names === '' ? t('settings.imported') : t('settings.importedPartly', { names })),
      () => say(t('settings.notSaved'), 'bad'),
    );
  };
  const diagnostics = useDiagnostics(firstDiagnostics, settings);
  const copy = async () => {
    await navigator.clipboard.writeText(diagnostics);
    say(t('settings.diagnosticsCopied'));
  };
  const shortcuts = useShortcuts();
  const changeShortcuts = async () => {
    if (!(await openShortcuts())) say(t('settings.shortcutsByHand'), 'info');
  };
  const form = { settings, change: save };
  return (
    <TranslationProvider value={translator}>
      <main class="settings">
        <header class="settings-head">
          <Logo />
          <h1>{t('settings.page')}</h1>
        </header>
        <LookSection form={form} />
        <AddingSection form={form} />
        <TemplatesSection form={form} />
        <PopupSection form={form} shortcuts={shortcuts} onShortcuts={() => void changeShortcuts()} />
        <BrokerSection form={form} result={broker.result} onCheck={broker.check} />
        <TransferSection
          onExport={() =>
            saveTextFile(
              'contacts-for-envoke-settings.json',
              'application/json',
              exportSettings(settings.values),
            )
          }
          onImport={(file) => void load(file)}
        />
        <DiagnosticsSection text={diagnostics} onCopy={() => void copy()} />
      </main>
      <div class="settings-toast">
        <LiveRegions announcement={announcement} />
      </div>
    </TranslationProvider>
  );
}
