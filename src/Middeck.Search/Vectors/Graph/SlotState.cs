namespace Middeck.Search.Vectors.Graph;

internal enum SlotState : byte
{
    /// <summary>Nobody links to it: it may be given out again.</summary>
    Free,

    /// <summary>Holds a vector of the index.</summary>
    Live,

    /// <summary>Its vector was taken out; walks still lead across it, but nothing new links to it.</summary>
    Dead,

    /// <summary>Dead since before the present sweep, and free at its end.</summary>
    Dying,
}
