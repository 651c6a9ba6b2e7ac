using System.ComponentModel.DataAnnotations;

namespace Middeck.Identity.Passwords;

/// <summary>The link's token and the new password.</summary>
public sealed record ResetPasswordRequest([Required] string Token, [Required] string NewPassword);
