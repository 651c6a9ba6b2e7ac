namespace Middeck.Identity.Authentication;

/// <summary>A request feature: the caller is known and the workspace that the call names is not the caller's.</summary>
internal sealed class MissingWorkspace;
