using System.ComponentModel.DataAnnotations;
using Middeck.Identity.Validation;

namespace Middeck.Identity.Users;

/// <summary>What I may change of myself; what is left out stays.</summary>
public sealed record UpdateMe(
    [Name] string? Name,
    [AllowedValues(null, "zh-CN", "en", ErrorMessage = "language must be zh-CN or en.")] string? Language,
    Guid? DefaultWorkspaceId);
