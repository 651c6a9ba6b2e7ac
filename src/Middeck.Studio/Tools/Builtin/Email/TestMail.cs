using System.ComponentModel.DataAnnotations;

namespace Middeck.Studio.Tools.Builtin.Email;

/// <summary>Sends a short mail, to see whether it arrives.</summary>
public sealed record TestMail
{
    /// <summary>Who gets it.</summary>
    [Required]
    [StringLength(320, MinimumLength = 3)]
    public string To { get; init; } = "";
}
