using System.Text.RegularExpressions;

namespace Middeck.Models.Builtin;

/// <summary>
/// Takes out of a Chinese question the words that only make it one. English ones are stop words of the tokenizer; in Chinese, which
/// is cut into pairs of characters, 有多少 would otherwise weigh as much as 年假.
/// </summary>
internal static partial class QuestionWords
{
    /// <summary>The question without them; the question itself when nothing else is in it.</summary>
    public static string Strip(string question)
    {
        var stripped = Pattern().Replace(question, " ");
        return string.IsNullOrWhiteSpace(stripped) ? question : stripped;
    }

    // Longer ones first: 为什么 before 什么.
    [GeneratedRegex(
        "请问一下|请问|麻烦问下|能不能|可不可以|是不是|有没有|为什么|是什么|怎么样|怎么办|怎样|怎么|什么时候|什么|多少|多久|多长|多大|哪些|哪个|哪里|哪儿|哪种|谁|几(?=[个天年月次种条小])"
        + "|如何|是否|可以|应该|需要|告诉我|我想知道|介绍一下|介绍|说明一下|我们|你们|他们|它们|一下|吗|呢|吧|啊|的|了|是|在|有|和|与|及|或|对|从|到|把|被|给|我|你|他|她|它|这个|那个|这|那")]
    private static partial Regex Pattern();
}
