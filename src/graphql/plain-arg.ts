import { type GqlTypeReference, TypeMetadataStorage } from '@nestjs/graphql';

export interface PlainArgOptions {
  readonly type: () => GqlTypeReference;
  readonly nullable: true;
  readonly description: string;
}

/**
 * Declares an argument of a field whose method takes what graphql-js gives it: the object, then all arguments by name.
 * Nest calls a method without decorated parameters as it is; around any other it wraps four promises, which a list of
 * products pays for each of them.
 */
export function PlainArg(name: string, { type, nullable, description }: PlainArgOptions): MethodDecorator {
  return (target, key) =>
    TypeMetadataStorage.addMethodParamMetadata({
      kind: 'arg',
      name,
      description,
      target: target.constructor,
      methodName: String(key),
      typeFn: type,
      index: 1,
      options: { nullable },
    });
}
