using System.Text;
using Middeck.Studio.Answering;

namespace Middeck.Studio.Annotations;

/// <summary>Writes a question in the form in which two are the same: without case, width, white space and the signs at its end.</summary>
internal static class AnnotationKey
{
    private const string Ends = "?!.,;:。？！，；：…";

    public static string Of(string question)
    {
        var key = new StringBuilder(question.Length);
        foreach (var letter in TextFold.Of(question))
        {
            if (!char.IsWhiteSpace(letter))
            {
                key.Append(char.ToLowerInvariant(letter));
            }
        }

        return key.ToString().TrimEnd(Ends.ToCharArray());
    }
}
