/** Types of the WebAssembly API that is used here: TypeScript has them only in its library of the browser. */
interface WebAssemblyApi {
  readonly Memory: new (size: { readonly initial: number; readonly maximum: number }) => {
    readonly buffer: ArrayBuffer;
  };
  readonly Module: new (code: Uint8Array) => WebAssemblyModule;
  readonly Instance: new (
    module: WebAssemblyModule,
    imports: Readonly<Record<string, object>>,
  ) => { readonly exports: object };
}

declare const brand: unique symbol;
export interface WebAssemblyModule {
  readonly [brand]: never;
}

export const webAssembly = Reflect.get(globalThis, 'WebAssembly') as WebAssemblyApi;
