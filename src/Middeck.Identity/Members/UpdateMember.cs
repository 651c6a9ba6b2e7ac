using System.ComponentModel.DataAnnotations;
using Middeck.Identity.Roles;

namespace Middeck.Identity.Members;

/// <summary>Gives a member another role.</summary>
public sealed record UpdateMember([Required, RoleName] string Role);
