using System.ComponentModel.DataAnnotations;

namespace Middeck.Identity.Passwords;

/// <summary>Whose password is forgotten.</summary>
public sealed record ForgotPasswordRequest([Required] string Email);
