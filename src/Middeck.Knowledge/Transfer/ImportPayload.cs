namespace Middeck.Knowledge.Transfer;

/// <summary>What the import job needs.</summary>
/// <param name="ObjectKey">The archive.</param>
/// <param name="Name">The base's name; null for the archive's.</param>
/// <param name="UserId">Who imports.</param>
internal sealed record ImportPayload(string ObjectKey, string? Name, Guid? UserId);
