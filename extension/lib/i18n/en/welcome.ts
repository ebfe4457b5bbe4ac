/** English: the page that opens after an installation. */
export const welcome = {
  'welcome.steps': 'First steps',
  'welcome.title': 'Welcome to Contacts for Envoke',
  'welcome.lead':
    'See at once who on a page is in Envoke and what consent there is, and add people with proof of it.',
  'welcome.pin': 'Keep the button in sight',
  'welcome.pinInChrome':
    'Click the puzzle piece beside the address bar, then the pin beside “Contacts for Envoke”.',
  'welcome.pinInEdge':
    'Click the puzzle piece beside the address bar, then the eye beside “Contacts for Envoke”.',
  'welcome.pinInFirefox':
    'Click the puzzle piece beside the address bar, then the gear beside “Contacts for Envoke”, and choose “Pin to Toolbar”.',
  'welcome.pinned': 'The button is on your toolbar.',
  'welcome.connect': 'Connect your account',
  'welcome.inWindow': 'Continue in the window that has opened.',
  'welcome.inTab': 'Continue in the tab that has opened.',
  'welcome.connected': 'Connected as {name}',
  'welcome.connectedHint': 'Click the button on the toolbar to see your contacts.',
  'welcome.use': 'Find and add people',
  'welcome.help': 'Where to get help',
  'welcome.helpText':
    'Help has more first steps, says what happens with your data, and lets you write to us.',
  'welcome.done': 'Done:',
} as const;
