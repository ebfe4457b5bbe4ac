/** The custom field resource. */
import { beforeEach, describe, expect, it } from 'vitest';
import { type Bench, createBench, refusal } from './support.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await createBench();
  return () => bench.envoke.close();
});

const path = '/v2/customfields';

describe('/v2/customfields (section 3.5)', () => {
  it('lists by name, and reads one', async () => {
    const names = (await bench.api.list(path)).map(({ name }) => name);
    expect(names).toEqual(['accessibility', 'department', 'member_number', 'member_until', 'profile_page']);
    expect((await bench.api.get(`${path}/2`)).body).toEqual({
      id: '2',
      name: 'member_until',
      description: 'Membership ends / Fin de l’adhésion',
      field_type: 'date',
    });
  });

  it('creates a field that contacts can have at once', async () => {
    const created = await bench.api.post(path, { name: 'shirt_size', field_type: 'text' });
    expect(created.body).toEqual({
      success: true,
      result_text: 'Created',
      result_data: { id: '6', name: 'shirt_size', description: '', field_type: 'text' },
    });
    const contact = await bench.api.patch('/v1/contacts/1', { custom_fields: { shirt_size: 'M' } });
    expect(contact.body).toMatchObject({ result_data: { custom_fields: { shirt_size: 'M' } } });
  });

  it('keeps the values when a field is renamed, and erases them when it is deleted', async () => {
    await bench.api.patch('/v1/contacts/1', { custom_fields: { department: 'Parks' } });
    const renamed = await bench.api.patch(`${path}/3`, { name: 'unit', field_type: 'text' });
    expect(renamed.body).toMatchObject({ result_text: 'Updated', result_data: { id: '3', name: 'unit' } });
    expect((await bench.api.get('/v1/contacts/1')).body).toMatchObject({ custom_fields: { unit: 'Parks' } });
    const deleted = await bench.api.remove(`${path}/3`);
    expect(deleted.body).toEqual({ success: true, result_text: 'Deleted', result_data: [] });
    expect((await bench.api.get('/v1/contacts/1')).text).not.toContain('Parks');
  });

  it.each<[string, object, string]>([
    ['no name', { field_type: 'text' }, "The field 'name' is required"],
    ['no type', { name: 'x' }, 'field_type is required'],
    [
      'another type',
      { name: 'x', field_type: 'number' },
      "Invalid 'field_type'; allowed values are: text, note, date, url",
    ],
    [
      'a name with a space',
      { name: 'shirt size', field_type: 'text' },
      'Only alphanumeric and underscore characters are permitted in the name field',
    ],
    [
      'a name that is taken',
      { name: 'department', field_type: 'text' },
      "A custom field with the name 'department' already exists",
    ],
    [
      'a description that is no text',
      { name: 'x', field_type: 'url', description: 3 },
      "The field 'description' must be a string",
    ],
  ])('refuses %s', async (_, body, error) => {
    expect(await bench.api.post(path, body)).toMatchObject(refusal(error));
  });

  it('refuses to change the type, an id that does not match, and an unknown field', async () => {
    const type = await bench.api.patch(`${path}/3`, { field_type: 'date' });
    expect(type).toMatchObject(refusal("The field 'field_type' cannot be changed after creation"));
    const mismatch = await bench.api.patch(`${path}/3`, { id: '4' });
    expect(mismatch).toMatchObject(refusal("Provided 'id': 3 does not match 'id' in request body (4)"));
    for (const answer of [await bench.api.get(`${path}/999999`), await bench.api.remove(`${path}/999999`)]) {
      expect(answer).toMatchObject(refusal("Item with id '999999' not found"));
    }
  });
});
