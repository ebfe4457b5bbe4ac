/** English: what the popup needs to start. Other languages must have the same keys and the same `{names}`. */
export const en = {
  'shell.loading': 'Loading…',
  'shell.back': 'Back',

  menu_add: 'Add to Envoke contacts',

  'connect.button': 'Connect to Envoke',

  'account.button': 'Account:',
  'account.switchTo': 'Switch to {name}',

  'settings.title': 'Settings',

  'find.search': 'Search contacts',
  'find.list': 'Contacts',
  'find.recent': 'Recent contacts',
  'find.results': 'Results',
  'find.more': 'Show more',
  'find.nobody': 'Nobody matches “{search}”',
  'find.nobodyHint': 'Check the spelling, or add this person now.',
  'find.noneYet': 'No contacts yet',
  'find.noneYetHint': 'Add the first one here, or select text on any web page and right-click it.',
  'find.narrowed':
    'This Envoke account can be searched only in part. If somebody is missing, type the whole name or email address.',

  'page.title': 'On this page',
  'page.summary': { one: '{count} address', other: '{count} addresses' },
  'page.unknown': { one: '{count} not in Envoke', other: '{count} not in Envoke' },

  'ending.thisMonth': { one: '{count} consent ends this month', other: '{count} consents end this month' },

  'add.button': 'Add contact',

  'mail.mailable': 'OK to email',
  'mail.withdrawn': 'Do not email',
  'mail.noConsent': 'No consent yet',
  'mail.unknown': 'Unknown',

  'outbox.waiting': { one: '{count} to send', other: '{count} to send' },
  'outbox.toFix': { one: '{count} to fix', other: '{count} to fix' },

  'error.retry': 'Try again',
  'error.reconnect': 'Reconnect',
  'error.allow': 'Allow',
  'error.requestId': 'Reference for your IT team: {id}',
  'error.offline': 'You are offline. Showing saved results; what you save is sent later.',
  'error.brokerUnreachable':
    'Contacts for Envoke is not answering. What you save is kept here and sent later.',
  'error.permission': 'Your browser is blocking the connection. Choose Allow.',
  'error.sessionEnded': 'Your session has ended. Connect again; what you typed and saved is kept.',
  'error.connectionEnded':
    'Your connection to Envoke has ended or was withdrawn. Connect again; what you typed and saved is kept.',
  'error.envokeUnreachable': 'Envoke is not answering at the moment. Try again shortly.',
  'error.busy': 'Envoke asks for a short pause. Try again in a moment.',
  'error.busyFor': 'Envoke asks for a pause of {minutes} minutes. Try again after that.',
  'error.search': 'Envoke cannot search for this. Try other words.',
  'error.broker':
    'Something went wrong in Contacts for Envoke. Try again; if that does not help, tell your IT team.',
  'error.background': 'The extension is being updated. Open it again in a moment.',
} as const;
