namespace Middeck.Studio.Apps;

/// <summary>A version that is going to be published.</summary>
/// <param name="Id">The row's key.</param>
/// <param name="Name">For people; may be null.</param>
/// <param name="Note">What changed; may be null.</param>
/// <param name="By">Who publishes it; null for programs.</param>
/// <param name="At">When.</param>
internal sealed record NewVersion(Guid Id, string? Name, string? Note, Guid? By, DateTimeOffset At);
