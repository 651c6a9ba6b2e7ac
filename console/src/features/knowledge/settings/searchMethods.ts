/** The ways to search a base that has vectors. */
export const searchMethods = ['hybrid_search', 'semantic_search', 'full_text_search'] as const;

/** How what words and meaning found becomes one list. */
export const fusions = ['reciprocal_rank_fusion', 'weighted_score', 'reranking_model'] as const;
