/** English: help, the two statements, and feedback. */
export const help = {
  'help.title': 'Help',
  'help.find':
    'To find somebody, open the popup and type a part of a name, an email address or an organization.',
  'help.add':
    'To add somebody, select their name and email address on any page, right-click and choose “Add to Envoke contacts”. Say how they consented, and save.',
  'help.page': '“On this page” shows who on the page is in Envoke, and who is not.',
  'help.keys': 'Hold Ctrl, or type a question mark in the empty search box, to see the keys of the popup.',
  'help.privacy': 'No tracking',
  'help.privacyText':
    'This extension counts nothing and reports nothing to its makers. What you look up and save goes to Envoke through {service}, and nowhere else.',
  'help.accessibility': 'Accessibility',
  'help.accessibilityText':
    'The aim is WCAG 2.2, level AA: by keyboard, with a screen reader, at 200 %, at 320 pixels, in high contrast and without motion. Each version is checked by machine for this; people who use a screen reader every day have not tried it yet. If something is in your way, write to us.',
  'help.feedback': 'Questions and feedback',
  'help.supportEmail': 'Email address for questions',
  'help.supportEmailHint': 'Your own support, for instance. Empty: you choose in your email program.',
  'help.supportEmailWrong': 'This is not one email address.',
  'help.attach': 'Attach the diagnostics below',
  'help.write': 'Write an email',
  'help.writeHint': 'Your email program opens. Nothing is sent before you send it.',
  'help.subject': 'Contacts for Envoke {version}',
  'help.body': 'What I did:\n\n\nWhat I expected:\n\n\nWhat happened:\n\n',
  'help.paste': '(The diagnostics have been copied. Paste them here.)',
  'help.version': 'Version {version}',
} as const;
