using System.ComponentModel.DataAnnotations;

namespace Middeck.Identity.Passwords;

/// <summary>The old and the new password.</summary>
public sealed record ChangePasswordRequest([Required] string CurrentPassword, [Required] string NewPassword);
