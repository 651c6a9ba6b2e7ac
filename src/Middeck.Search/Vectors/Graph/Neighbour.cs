namespace Middeck.Search.Vectors.Graph;

/// <summary>A slot and how near it is to what is searched for: about the cosine.</summary>
internal readonly record struct Neighbour(int Slot, float Similarity);
