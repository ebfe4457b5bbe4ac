/**
 * Playwright drives the Firefox that people have over WebDriver BiDi, if the two understand each other. Where they do not,
 * this stands between them: Playwright sends a command that Firefox ESR does not know, and Firefox says nothing of the
 * documents of an extension. Both are undocumented, and held to the Playwright of package-lock.json.
 */
import { type BrowserContext, firefox } from 'playwright-core';

interface Message {
  id?: number;
  type?: string;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: string;
  message?: string;
}
interface Navigation {
  context: string;
  navigation: string;
  url: string;
}
interface Transport {
  send(message: Message): void;
  onmessage: (message: Message) => void;
}
interface Launcher {
  connectToTransport(transport: Transport, options: unknown): Promise<unknown>;
}
/** A command of WebDriver BiDi; rejects with Firefox's error. */
export type SendBidi = (method: string, params: object) => Promise<unknown>;

/** Emulates colours that the scenarios do not ask for. */
const UNKNOWN_TO_FIREFOX = 'emulation.setMediaFeaturesOverride';
/** Where Playwright keeps its own functions in a page. */
const SANDBOX = '__playwright_utility_world__';
/** Above every id of Playwright's own. */
const OWN_IDS = 1e12;
const UNTIL_LOADED = `new Promise((loaded) => document.readyState === 'complete' ? loaded() : addEventListener('load', () => loaded()))`;

let isMended = false;

/** Must be called before Firefox is launched by Playwright. */
export function mendConnection(): void {
  if (isMended) return;
  isMended = true;
  const launcher = (implementationOf(firefox) as { _bidiFirefox: Launcher })._bidiFirefox;
  const connect = launcher.connectToTransport.bind(launcher);
  launcher.connectToTransport = (transport, options) => {
    answerUnknown(transport);
    const connected = connect(transport, options);
    tellOfExtensionPages(transport);
    return connected;
  };
}

/** For commands that Playwright has no call for. */
export function bidiOf(context: BrowserContext): SendBidi {
  const { _browser } = implementationOf(context) as { _browser: { _browserSession: { send: SendBidi } } };
  return (method, params) => _browser._browserSession.send(method, params);
}

function implementationOf(object: object): unknown {
  const { _connection } = object as { _connection: { toImpl(object: object): unknown } };
  return _connection.toImpl(object);
}

function answerUnknown(transport: Transport): void {
  const send = transport.send.bind(transport);
  transport.send = (message) => {
    if (message.method !== UNKNOWN_TO_FIREFOX) return send(message);
    queueMicrotask(() => transport.onmessage({ ...idOf(message), type: 'success', result: {} }));
  };
}

/** Finds out what Firefox leaves unsaid, and tells Playwright in its place: that a document is there, has loaded, and is closed. */
function tellOfExtensionPages(transport: Transport): void {
  const deliver = transport.onmessage;
  const send = transport.send.bind(transport);
  const asked = new Map<number, (message: Message) => void>();
  const known = new Set<string>();
  const shown = new Set<string>();
  const closing = new Map<number, string>();
  let lastId = OWN_IDS;
  const evaluate = (expression: string, target: object) =>
    new Promise<Message>((resolve) => {
      lastId += 1;
      asked.set(lastId, resolve);
      const params = { expression, target, awaitPromise: true };
      send({ id: lastId, method: 'script.evaluate', params });
    });
  const tell = (method: string, params: object) => deliver({ type: 'event', method, params });

  /** A link to a page of the extension opens a tab that nothing is said of. */
  function tellOfTab({ params }: Message): void {
    const { context } = params as Navigation;
    if (known.has(context)) return;
    known.add(context);
    tell('browsingContext.contextCreated', {
      context,
      url: 'about:blank',
      userContext: 'default',
      children: null,
      parent: null,
      originalOpener: null,
    });
  }

  async function tellOf({ context, navigation, url }: Navigation): Promise<void> {
    for (const sandbox of [{}, { sandbox: SANDBOX }]) {
      const { result } = await evaluate('0', { context, ...sandbox });
      const { realm } = (result ?? {}) as { realm?: string };
      if (realm === undefined) return;
      tell('script.realmCreated', {
        realm,
        origin: new URL(url).origin,
        context,
        type: 'window',
        ...sandbox,
      });
    }
    const { type } = await evaluate(UNTIL_LOADED, { context });
    if (type !== 'success') return;
    for (const event of ['domContentLoaded', 'load'])
      tell(`browsingContext.${event}`, { context, navigation, url, timestamp: Date.now() });
  }

  transport.send = (message) => {
    const { context = '' } = (message.params ?? {}) as { context?: string };
    if (message.method === 'browsingContext.close' && shown.has(context))
      closing.set(message.id ?? 0, context);
    send(message);
  };
  transport.onmessage = (message) => {
    const id = message.id ?? 0;
    const answer = asked.get(id);
    asked.delete(id);
    if (answer !== undefined) return answer(message);
    if (message.method === 'browsingContext.contextCreated')
      known.add((message.params as Navigation).context);
    if (message.method === 'browsingContext.navigationStarted' && isOfExtension(message)) tellOfTab(message);
    deliver(message);
    const context = closing.get(id);
    if (closing.delete(id)) tell('browsingContext.contextDestroyed', { context });
    if (message.method === 'browsingContext.navigationCommitted' && isOfExtension(message)) {
      const navigation = message.params as Navigation;
      shown.add(navigation.context);
      void tellOf(navigation);
    }
  };
}

function isOfExtension({ params }: Message): boolean {
  return (params as Navigation).url.startsWith('moz-extension:');
}

function idOf({ id }: Message): { id?: number } {
  return id === undefined ? {} : { id };
}
