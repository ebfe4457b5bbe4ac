/** English: what the popup needs to start. Other languages must have the same keys and the same `{names}`. */
export const en = {
  'shell.loading': 'Loading…',
  'shell.back': 'Back',
  'shell.cancel': 'Cancel',

  menu_add: 'Add to Envoke contacts',

  'connect.button': 'Connect to Envoke',

  'account.button': 'Account:',
  'account.expires': {
    one: 'Envoke’s permission ends in {count} day. Reconnect to keep everything as it is.',
    other: 'Envoke’s permission ends in {count} days. Reconnect to keep everything as it is.',
  },
  'account.expiresToday': 'Envoke’s permission ends today. Reconnect to keep everything as it is.',
  'account.signingOut': 'Signing out…',
  'account.later': 'Later',
  'account.signOut': 'Sign out',
  'account.signedOut': 'Signed out. To remove the app at Envoke too, use its settings.',
  'account.signedOutHere':
    'Signed out here. The broker could not be told; end the session from another device.',
  'account.switchTo': 'Switch to {name}',

  'settings.title': 'Settings',

  'find.search': 'Search contacts',
  'find.list': 'Contacts',
  'find.count': { one: '{count} contact shown', other: '{count} contacts shown' },
  'find.more': 'Show more',
  'find.nobody': 'Nobody matches “{search}”',
  'find.nobodyHint': 'Check the spelling, or add this person now.',
  'find.noneYet': 'No contacts yet',
  'find.noneYetHint': 'Add the first one here, or from any web page by its context menu.',
  'find.narrowed':
    'This Envoke account can be searched only in part. If somebody is missing, type the whole name or e-mail address.',
  'find.unfinished': { one: 'Unfinished: {count} person', other: 'Unfinished: {count} people' },
  'find.resume': 'Resume',
  'find.discard': 'Discard',
  'find.keyMove': 'move',
  'find.keyOpen': 'open',
  'find.keyAdd': 'add',

  'page.title': 'On this page',
  'page.summary': { one: '{count} address', other: '{count} addresses' },
  'page.unknown': { one: '{count} not in Envoke', other: '{count} not in Envoke' },

  'add.button': 'Add contact',

  'mood.mailable': 'Can be mailed',
  'mood.withdrawn': 'Unsubscribed',
  'mood.noConsent': 'No consent',
  'mood.unknown': 'Unknown',

  'outbox.waiting': { one: '{count} to send', other: '{count} to send' },

  'error.retry': 'Try again',
  'error.reconnect': 'Reconnect',
  'error.allow': 'Allow access',
  'error.requestId': 'Request {id}',
  'error.offline': 'You are offline. What you see is what was known last; what you save is sent later.',
  'error.brokerUnreachable': 'The broker cannot be reached. What you save is kept here and sent later.',
  'error.permission': 'The browser withholds access to the broker. Allow it to go on.',
  'error.sessionEnded': 'Your session has ended. Connect again; what you typed and saved is kept.',
  'error.connectionEnded':
    'Envoke’s permission has ended or was withdrawn. Connect again; what you typed and saved is kept.',
  'error.envokeUnreachable': 'Envoke does not answer at the moment. Try again shortly.',
  'error.busy': 'Envoke asks for a short pause. Try again in a moment.',
  'error.search': 'Envoke cannot search for this. Try other words.',
  'error.broker': 'Something went wrong in the broker. Try again; the request number helps to find out why.',
  'error.background': 'The extension is being updated. Open it again in a moment.',
} as const;
