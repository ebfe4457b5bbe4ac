/** The settings page: every change is saved at once and takes effect at once. */
import { useEffect } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Logo } from '../../components/logo.tsx';
import { LiveRegions, Notice } from '../../components/notice.tsx';
import { AddingSection } from '../../components/settings/adding-section.tsx';
import { BrokerSection } from '../../components/settings/broker-section.tsx';
import { GroundsSection } from '../../components/settings/grounds-section.tsx';
import { Feedback, HelpSection } from '../../components/settings/help-section.tsx';
import { LookSection } from '../../components/settings/look-section.tsx';
import { PopupSection } from '../../components/settings/popup-section.tsx';
import { TemplatesSection } from '../../components/settings/templates-section.tsx';
import { DiagnosticsSection, TransferSection } from '../../components/settings/transfer-section.tsx';
import { useShortcuts } from '../../components/settings/use-shortcuts.ts';
import { TranslationProvider } from '../../components/translation.tsx';
import { usePageCare } from '../../components/use-page-care.ts';
import { useTranslator } from '../../components/use-translator.ts';
import type { Translator } from '../../lib/i18n/index.ts';
import { BROKER_IS_BUILT_IN } from '../../lib/settings/default-settings.ts';
import type { LoadedSettings } from '../../lib/settings/settings.ts';
import { feedbackLink } from './feedback-mail.ts';
import { settingsActions } from './settings-actions.ts';
import { useBrokerCheck } from './use-broker-check.ts';
import { useDiagnostics } from './use-diagnostics.ts';
import { usePolicyFaults } from './use-policy-faults.ts';
import { useSaid } from './use-said.ts';
import { useSettings } from './use-settings.ts';

/** As they were read before the page was first drawn. */
interface SettingsPageProps {
  settings: LoadedSettings;
  translator: Translator;
  diagnostics: string;
}

export function SettingsPage(first: SettingsPageProps) {
  const { settings, change, keep } = useSettings(first.settings);
  const translator = useTranslator(first.translator, settings.values);
  const { t } = translator;
  useEffect(() => {
    document.title = t('settings.page');
  }, [translator]);
  const { announcement, say, unsay } = useSaid(t);
  usePageCare();
  const diagnostics = useDiagnostics(first.diagnostics, settings);
  const policyFaults = usePolicyFaults(settings);
  const broker = useBrokerCheck((brokerUrl) => change({ brokerUrl }));
  const shortcuts = useShortcuts();
  const actions = settingsActions({ settings, change, diagnostics, say, proposeBroker: broker.propose });
  const form = { settings, change: actions.save, keep };
  // In text only: a box would be drawn unchanged before the event that says that it has changed.
  const onType = ({ target }: Event) => {
    if ((target as Element).matches('textarea, [type=text]')) unsay();
  };
  const { version } = browser.runtime.getManifest();
  const feedback = (attaches: boolean) =>
    feedbackLink({
      to: settings.values.supportEmail,
      subject: t('help.subject', { version }),
      body: t('help.body'),
      diagnostics: attaches ? diagnostics : null,
      pasteHint: t('help.paste'),
    });
  const onWrite = (attaches: boolean) => {
    if (feedback(attaches).isTooLong) void actions.copyDiagnostics();
  };
  return (
    <TranslationProvider value={translator}>
      <main class="settings" onInput={onType} onSubmit={unsay}>
        <header class="settings-head">
          <Logo />
          <h1>{t('settings.page')}</h1>
        </header>
        {policyFaults.length === 0 ? null : (
          <Notice tone="warn">{t('settings.policyNotValid', { names: policyFaults.join(', ') })}</Notice>
        )}
        <LookSection form={form} />
        <AddingSection form={form} />
        <GroundsSection form={form} />
        <TemplatesSection form={form} />
        <PopupSection form={form} shortcuts={shortcuts} onShortcuts={() => void actions.changeShortcuts()} />
        <BrokerSection
          form={form}
          proposed={broker.proposed}
          result={broker.result}
          builtIn={BROKER_IS_BUILT_IN}
          onCheck={broker.check}
        />
        <TransferSection onExport={actions.exportFile} onImport={(file) => void actions.importFile(file)} />
        <HelpSection version={version} service={settings.values.brokerUrl}>
          <Feedback form={form} link={(attaches) => feedback(attaches).href} onWrite={onWrite} />
        </HelpSection>
        <DiagnosticsSection text={diagnostics} onCopy={() => void actions.copyDiagnostics()} />
      </main>
      <div class="settings-toast">
        <LiveRegions announcement={announcement} onClose={unsay} />
      </div>
    </TranslationProvider>
  );
}
