import { freeName, record, text, texts } from './reading';

/** The types a field of a schema can be given. */
export const fieldTypes = [
  'string', 'number', 'integer', 'boolean', 'object', 'array[string]', 'array[number]', 'array[boolean]', 'array[object]',
] as const;

/** A field as the form has it. */
export interface SchemaField {
  name: string;
  /** One of `fieldTypes`, or what else stands in the schema. */
  type: string;
  isRequired: boolean;
  /** All that the schema says of it. */
  schema: Record<string, unknown>;
}

/** The fields of an object's schema, in order. */
export function fieldsOf(schema: Record<string, unknown>): SchemaField[] {
  const required = texts(schema.required);
  return Object.entries(record(schema.properties)).map(([name, property]) => {
    const own = record(property);
    const type = text(own.type) || 'string';
    return { name, type: type === 'array' ? `array[${text(record(own.items).type) || 'string'}]` : type, isRequired: required.includes(name), schema: own };
  });
}

/** The object's schema with these fields; what it says besides is kept. */
export function withFields(schema: Record<string, unknown>, fields: readonly SchemaField[]): Record<string, unknown> {
  return {
    additionalProperties: false, ...schema, type: 'object',
    properties: Object.fromEntries(fields.map(({ name, schema: own }) => [name, own])),
    required: fields.filter(({ isRequired }) => isRequired).map(({ name }) => name),
  };
}

const emptyObject = { type: 'object', properties: {}, required: [], additionalProperties: false };

/** A field's schema with another type; its description stays. */
export function ofType(schema: Record<string, unknown>, type: string): Record<string, unknown> {
  const item = /^array\[(.+)\]$/.exec(type)?.[1];
  const kept = text(schema.description) ? { description: schema.description } : {};
  if (item) return { ...kept, type: 'array', items: item === 'object' ? emptyObject : { type: item } };
  return type === 'object' ? { ...kept, ...emptyObject } : { ...kept, type, ...(type === 'string' && schema.enum !== undefined && { enum: schema.enum }) };
}

/** A new field. */
export const newField = (taken: readonly string[]): SchemaField => ({
  name: freeName('field', taken), type: 'string', isRequired: true, schema: { type: 'string' },
});
