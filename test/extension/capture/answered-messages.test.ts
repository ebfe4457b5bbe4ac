/** Whose a signature is, where a message quotes the one that it answers. */
import { describe, expect, it } from 'vitest';
import { captureText } from './capture-text.ts';

const SIGNED = 'Kit Ferraro | Events Manager\nThe Belmont Banquet Hall\n905-555-0175';
const QUOTED = [
  'On Mon, Nov 2, 2026 at 3:01 PM Dana Whitcombe <dana@ourcharity.example.org> wrote:',
  'On 2 Nov 2026, at 15:01, Dana Whitcombe <dana@ourcharity.example.org>\nwrote:',
  'Le lun. 2 nov. 2026 à 15 h 01, Dana Whitcombe <dana@ourcharity.example.org> a écrit :',
  'From: Dana Whitcombe <dana@ourcharity.example.org>\nSent: November 2, 2026 3:01 PM',
];

describe('a signature above a quoted message', () => {
  it.each(QUOTED)('is not the quoted person’s: %s', (quoted) => {
    const [quotedPerson] = captureText(`Yes, it is free.\n\n${SIGNED}\n\n${quoted}\nIs the hall free?`);
    expect(quotedPerson).toMatchObject({ email: 'dana@ourcharity.example.org', last_name: 'Whitcombe' });
    expect(quotedPerson).not.toHaveProperty('title');
    expect(quotedPerson).not.toHaveProperty('phone');
  });

  it.each(QUOTED)('is the sender’s: %s', (quoted) => {
    const [sender] = captureText(
      `Kit Ferraro <k.ferraro@belmont.example.com>\nYes, it is free.\n\n${SIGNED}\n\n${quoted}\nIs the hall free?`,
    );
    expect(sender).toMatchObject({
      email: 'k.ferraro@belmont.example.com',
      title: 'Events Manager',
      company: 'The Belmont Banquet Hall',
      phone: '+19055550175',
    });
  });
});
