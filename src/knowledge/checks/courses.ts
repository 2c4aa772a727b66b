import type { Course, Tag } from '../../core/knowledge.js';

/** Each course of a class, with what its fields are called: the class's own, then those of its cases. */
export function coursesOf(tag: Tag): { readonly prefix: string; readonly course: Course }[] {
  return [
    { prefix: '', course: tag },
    ...tag.cases.map((course, index) => ({ prefix: `cases ${index + 1}, `, course })),
  ];
}
