import { Extensions } from '@nestjs/graphql';

const KEY = 'personal';

/** Marks a query in which people speak of their skin or paste a label: it is not answered to an address (GET). */
export function Personal(): ReturnType<typeof Extensions> {
  return Extensions({ [KEY]: true });
}

/** Whether a field was marked so. */
export function isPersonal(field: { readonly extensions: Readonly<Record<string, unknown>> }): boolean {
  return field.extensions[KEY] === true;
}
