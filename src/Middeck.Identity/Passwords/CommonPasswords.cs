using System.Collections.Frozen;

namespace Middeck.Identity.Passwords;

/// <summary>Passwords that are tried first by whoever guesses. Compared without regard to case.</summary>
internal static class CommonPasswords
{
    private static readonly FrozenSet<string> Words = """
        123456 password 12345678 qwerty 123456789 12345 1234 111111 1234567 dragon 123123 baseball abc123
        football monkey letmein 696969 shadow master 666666 qwertyuiop 123321 mustang 1234567890 michael
        654321 superman 1qaz2wsx 7777777 121212 000000 qazwsx 123qwe killer trustno1 jordan jennifer zxcvbnm
        asdfgh hunter buster soccer harley batman andrew tigger sunshine iloveyou charlie robert thomas
        hockey ranger daniel starwars klaster 112233 george computer michelle jessica pepper 1111 zxcvbn
        555555 11111111 131313 freedom 777777 pass maggie 159753 aaaaaa ginger princess joshua cheese amanda
        summer love ashley nicole chelsea matthew access yankees 987654321 dallas austin thunder taylor
        matrix admin admin123 admin1234 admin12345 admin123456 administrator root toor changeme changeit
        changeme123 default guest test test123 test1234 test123456 demo demo123 welcome welcome1 welcome123
        password1 password12 password123 password1234 password12345 password123456 passw0rd passw0rd1
        passw0rd123 p@ssw0rd p@ssw0rd1 p@ssw0rd123 p@ssword p@ssword1 p@ssword123 pa55word pa55word123
        qwerty1 qwerty12 qwerty123 qwerty1234 qwerty12345 qwerty123456 qwertyuiop1 qwertyuiop123 1q2w3e4r
        1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4 q1w2e3r4t5 q1w2e3r4t5y6 1qaz2wsx3edc 1qazxsw2 zaq12wsx zaq1zaq1
        qazwsx123 qazwsxedc123 asdf1234 asdfghjkl asdfghjkl1 asdfghjkl123 zxcvbnm1 zxcvbnm123 abc12345
        abc123456 abc1234567 abcd1234 abcd12345 abcd123456 abcdef123 abcdefg123 abcdefgh12 a123456 a12345678
        a123456789 a1234567890 aa123456 aa12345678 aa123456789 a1b2c3d4 a1b2c3d4e5 1a2b3c4d5e letmein1
        letmein123 letmein1234 iloveyou1 iloveyou12 iloveyou123 iloveyou1314 woaini woaini123 woaini520
        woaini1314 woaini1314520 woaini521 5201314 520131400 7758521 1314520 88888888 66668888 123456a
        123456aa 123456abc 123456789a 1234567890a 12345678910 0123456789 987654321a qq123456 qq123456789
        wang123456 zhang123456 li123456789 football1 baseball1 superman1 superman123 dragon123 dragon1234
        monkey123 monkey1234 sunshine1 sunshine123 princess1 princess123 charlie123 michael123 jennifer123
        michelle123 summer2024 summer2025 summer2026 winter2024 winter2025 winter2026 spring2025 spring2026
        autumn2025 autumn2026 secret secret123 secret1234 secretpassword1 mypassword1 mypassword123
        newpassword1 newpassword123 temppassword1 temp123456 trustno1trustno1 whatever123 computer123
        internet123 samsung123 google1234 facebook123 linkedin123 company123 company1234 server1234
        master1234 rootroot123 root123456 root1234567 superadmin1 superadmin123 sysadmin123 system1234
        oracle1234 oracle12345 postgres1 postgres123 postgres1234 mysql12345 redis12345 minioadmin
        minioadmin1 minioadmin123 grafana123 grafana1234 jenkins123 ubuntu1234 centos1234 docker1234
        pass123456 pass1234567 hello12345 hello123456 helloworld1 helloworld123 football123 liverpool1
        liverpool123 chelsea123 arsenal123 barcelona1 barcelona123 pokemon123 starwars123 batman1234
        naruto1234 huawei12345 huawei@123 xiaomi12345 alibaba123 tencent123 changethis1 changeme1234
        changethispassword1 middeck123 middeck1234 middeck12345 middeck2025 middeck2026
        """
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Contains(string password) => Words.Contains(password) || IsRepetition(password);

    private static bool IsRepetition(string password) => password.Distinct().Count() <= 2;
}
