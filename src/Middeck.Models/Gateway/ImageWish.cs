namespace Middeck.Models.Gateway;

/// <summary>A picture that is wanted.</summary>
/// <param name="Prompt">What it shows.</param>
/// <param name="Size">Its size as the model writes it, such as <c>1024x1024</c>; null for the model's own.</param>
/// <param name="Count">How many are drawn.</param>
public sealed record ImageWish(string Prompt, string? Size = null, int Count = 1);
