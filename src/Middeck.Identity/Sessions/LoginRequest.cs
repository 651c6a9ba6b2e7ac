using System.ComponentModel.DataAnnotations;

namespace Middeck.Identity.Sessions;

/// <summary>E-mail and password.</summary>
public sealed record LoginRequest([Required] string Email, [Required] string Password);
