using System.ComponentModel.DataAnnotations;

namespace Middeck.Identity.Access;

/// <summary>To whom a resource is open, as read and as written.</summary>
public sealed record AccessList(AccessMode Mode, [Required, MaxLength(1000)] IReadOnlyList<AccessGrant> Grants);
