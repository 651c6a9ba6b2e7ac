namespace Middeck.Studio.Objects;

/// <summary>What was put into the object store.</summary>
/// <param name="Id">By which the room's rows point to it.</param>
/// <param name="Size">Bytes.</param>
internal sealed record StudioObject(Guid Id, long Size);
