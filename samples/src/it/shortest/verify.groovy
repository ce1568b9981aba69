String log = new File(basedir, 'build.log').text
assert log.contains('1 xor 0 is 1 with a probability of 1.00')
assert !log.contains('[nacre/') : 'the processor has something to say'
