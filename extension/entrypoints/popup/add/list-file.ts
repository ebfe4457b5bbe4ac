/** The text of a file that holds a list, in the encodings that spreadsheets save in. */

/** Far more than one review of people needs. */
const MAX_BYTES = 5_000_000;

/** Null when the file is too large to be a list. */
export async function readListFile(file: Blob): Promise<string | null> {
  if (file.size > MAX_BYTES) return null;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Excel's plain "CSV" in Canada.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
