/** English: taking back what was saved. */
export const undo = {
  'undo.button': 'Undo',
  'undo.open': 'Open',
  'undo.takenOut': 'Undone. Nothing was sent to Envoke.',
  'undo.turnedBack': {
    one: 'Envoke had it already: it is being reversed there. Somebody who was added becomes Revoked.',
    other: 'Envoke had {count} already: they are being reversed there. People who were added become Revoked.',
  },
  'undo.done': '{email}: undone in Envoke.',
  'undo.reason': 'Added by mistake and undone on {day}. No consent was given.',
} as const;
