using System.ComponentModel.DataAnnotations;
using Middeck.Identity.Roles;
using Middeck.Identity.Validation;

namespace Middeck.Identity.Invitations;

/// <summary>Invites somebody: one address, or whoever has the link.</summary>
public sealed record CreateInvitation(
    [Email] string? Email, [Required, RoleName] string Role, [Range(1, 720)] int? ExpiresInHours);
