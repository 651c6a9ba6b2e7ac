namespace Middeck.Studio.Tags;

/// <summary>A word that apps of the workspace are told apart by.</summary>
/// <param name="Id">The key.</param>
/// <param name="Name">The word.</param>
/// <param name="BindingCount">How many apps have it.</param>
internal sealed record AppTag(Guid Id, string Name, long BindingCount);
