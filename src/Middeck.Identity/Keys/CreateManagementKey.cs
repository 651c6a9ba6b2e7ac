using System.ComponentModel.DataAnnotations;
using Middeck.Identity.Validation;

namespace Middeck.Identity.Keys;

/// <summary>Asks for an <c>md-</c> key.</summary>
public sealed record CreateManagementKey(
    [Required, Name] string Name, [Required, MinLength(1)] IReadOnlyList<string> Scopes, DateTimeOffset? ExpiresAt);
