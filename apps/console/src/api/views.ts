import type { components } from './schema';

/** Views and inputs of the server, generated from its OpenAPI document (`openapi.json`). */
export type Schemas = components['schemas'];
